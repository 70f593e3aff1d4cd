using Bridge.Devices.Transport;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>The times of a line, which depend on its speed and on what carries the bytes.</summary>
/// <param name="Character">Ten bit times; zero where the speed is not known.</param>
/// <param name="Allowance">What adapters and networks add to a reply.</param>
/// <param name="CharacterGap">The longest pause inside a frame. 20 ms on the wire; adapters and networks deliver in lumps.</param>
internal sealed record WireTiming(TimeSpan Character, TimeSpan Allowance, TimeSpan CharacterGap)
{
    /// <summary>0 where the speed is not known.</summary>
    public int BitsPerSecond { get; init; }

    private const int BitsOfCharacter = 10;
    private const int IdleCharacters = 2;

    /// <summary>What a reader may think before it answers.</summary>
    public static readonly TimeSpan ReplyLimit = TimeSpan.FromMilliseconds(200);

    /// <summary>The gateway keeps the silence between frames on the wire behind it; its speed is not ours to know.</summary>
    private static readonly WireTiming Network = new(TimeSpan.Zero, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(150));

    /// <summary>Every sender keeps the line idle so long before it drives it.</summary>
    public TimeSpan Idle => Character * IdleCharacters;

    public static WireTiming For(LinkDefinition link) => link is LinkDefinition.Serial serial
        ? new WireTiming(TimeSpan.FromSeconds((double)BitsOfCharacter / serial.Baud), TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)) { BitsPerSecond = serial.Baud }
        : Network;

    /// <summary>The sending counts from the first byte: a call that returns early has not put the bytes on the wire yet.</summary>
    public TimeSpan ReplyWindow(int bytes, TimeSpan? limit) => (Character * bytes) + (limit ?? (ReplyLimit + Allowance));
}
