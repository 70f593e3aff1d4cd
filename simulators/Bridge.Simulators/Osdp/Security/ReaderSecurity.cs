using System.Security.Cryptography;
using Bridge.Simulators.Osdp.Faults;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Security;

/// <summary>A reader's keys and where it stands with its control panel: no session, in a handshake, or in a session.</summary>
internal sealed class ReaderSecurity(ReaderProfile profile)
{
    public const int ChallengeLength = 8;
    private const byte Succeeded = 1;
    private const byte Failed = 0xFF;
    private static readonly byte[] DefaultKey = [.. Enumerable.Range(0x30, AesBlock.Length).Select(each => (byte)each)];
    private readonly Random _random = new(profile.Seed);
    private byte[]? _key = profile.Key?.ToArray();
    private byte[]? _nextAnswer;
    private ChannelKeys? _agreed;
    private byte[] _expected = [];

    /// <summary>The running session; null without one.</summary>
    public SecureChain? Chain { get; private set; }

    public bool AcceptsDefaultKey { get; set; } = profile.InstallMode;

    public bool HasKey => _key is not null;

    /// <summary>The random bytes of the next handshake, for those who want to know them beforehand.</summary>
    public void AnswerNextWith(ReadOnlySpan<byte> random) => _nextAnswer = random.ToArray();

    public void ForgetHandshake() => _agreed = null;

    public void Drop()
    {
        Chain = null;
        _agreed = null;
    }

    public void SetKey(byte[] key)
    {
        _key = key;
        AcceptsDefaultKey = false;
    }

    /// <summary>The first step: who are you, and which key have we in common?</summary>
    public Reply Challenge(CommandFrame command, ReaderFaults faults)
    {
        Drop();
        if (command.BlockType != 0x11 || command.KeySelector > 1)
        {
            return Reply.RefusedClear(NakReason.BlockNotSupported);
        }

        if (Key(command.KeySelector, faults) is not { } key)
        {
            return Reply.RefusedClear(NakReason.SecurityRequired);
        }

        var answer = _nextAnswer ?? NextRandom();
        _nextAnswer = null;
        _agreed = ChannelKeys.Derive(key, command.Data);
        _expected = _agreed.ServerCryptogram(command.Data, answer);
        byte[] payload = [.. profile.ClientId ?? [.. profile.Identity.Take(8)], .. answer, .. _agreed.ClientCryptogram(command.Data, answer)];
        payload[^1] ^= (byte)(faults.WrongCryptogram ? 1 : 0);
        return new Reply(ReplyCode.ClientCryptogram, payload, [3, 0x12, (byte)(command.KeySelector ^ (faults.WrongSelector ? 1 : 0))]);
    }

    /// <summary>The second step: the control panel shows that it knows the key.</summary>
    public Reply Finish(CommandFrame command, ReaderFaults faults)
    {
        if (command.BlockType != 0x13)
        {
            return Reply.RefusedClear(NakReason.BlockNotSupported);
        }

        if (_agreed is not { } keys)
        {
            return Reply.RefusedClear(NakReason.SecurityRequired);
        }

        var initial = keys.InitialMac(command.Data);
        var succeeds = CryptographicOperations.FixedTimeEquals(command.Data, _expected) && !faults.RefuseHandshake;
        Drop();
        Chain = succeeds ? new SecureChain(keys, [.. initial]) : null;
        initial[^1] ^= (byte)(faults.WrongInitialMac ? 1 : 0);
        return new Reply(ReplyCode.InitialMac, initial, [3, 0x14, succeeds ? Succeeded : Failed]);
    }

    private byte[]? Key(byte selector, ReaderFaults faults) => (faults.AnswersWithDefaultKey, selector) switch
    {
        (true, _) => DefaultKey,
        (_, 0) => AcceptsDefaultKey ? DefaultKey : null,
        _ => _key,
    };

    private byte[] NextRandom()
    {
        var bytes = new byte[ChallengeLength];
        _random.NextBytes(bytes);
        return bytes;
    }
}
