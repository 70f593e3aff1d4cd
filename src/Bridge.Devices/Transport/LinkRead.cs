namespace Bridge.Devices.Transport;

/// <summary>What a read gave.</summary>
public readonly record struct LinkRead(LinkReadKind Kind, int Count)
{
    public static LinkRead TimedOut { get; } = new(LinkReadKind.TimedOut, 0);

    public static LinkRead Lost { get; } = new(LinkReadKind.Lost, 0);

    public static LinkRead Interrupted { get; } = new(LinkReadKind.Interrupted, 0);

    public static LinkRead Bytes(int count) => new(LinkReadKind.Bytes, count);
}
