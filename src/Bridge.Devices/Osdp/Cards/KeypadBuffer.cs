using System.Security.Cryptography;
using System.Runtime.InteropServices;

namespace Bridge.Devices.Osdp.Cards;

/// <summary>
/// The keys pressed at one reader on their way to a PIN. Pure: the time is told. Bounded: digits beyond the longest PIN make the entry worthless and
/// are not kept. Digits are wiped when they are taken, cleared or too old, and are never shown.
/// </summary>
internal sealed class KeypadBuffer
{
    private readonly KeypadRules _rules;
    private readonly char[] _digits = new char[KeypadRules.LongestPossible];
    private int _count;
    private bool _isTooLong;
    private TimeSpan _lastKey;

    public KeypadBuffer(KeypadRules rules)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rules.LongestPin is >= 1 and <= KeypadRules.LongestPossible, true);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rules.CompleteAt, rules.LongestPin);
        _rules = rules;
    }

    /// <summary>Whether digits are waiting for more.</summary>
    public bool IsCollecting => _count > 0 || _isTooLong;

    /// <summary>One key. After <see cref="KeypadOutcome.Entered"/> the PIN is in <paramref name="pin"/> and nowhere else.</summary>
    /// <param name="now">Since any fixed moment, never going back.</param>
    public KeypadOutcome Press(byte key, TimeSpan now, out CredentialData.Pin? pin)
    {
        pin = null;
        Expire(now);
        switch (KeypadKeys.KindOf(key))
        {
            case KeypadKey.Digit:
                _lastKey = now;
                return Add((char)key, out pin);
            case KeypadKey.Star:
                return Do(_rules.Star, out pin);
            case KeypadKey.Hash:
                return Do(_rules.Hash, out pin);
            default:
                return KeypadOutcome.Collecting;
        }
    }

    /// <summary>Forgets digits that are too old; true if there were any.</summary>
    public bool Expire(TimeSpan now)
    {
        var isExpired = IsCollecting && now - _lastKey > _rules.Timeout;
        if (isExpired)
        {
            Wipe();
        }

        return isExpired;
    }

    public void Wipe()
    {
        CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_digits.AsSpan()));
        (_count, _isTooLong) = (0, false);
    }

    public override string ToString() => nameof(KeypadBuffer);

    private KeypadOutcome Add(char digit, out CredentialData.Pin? pin)
    {
        pin = null;
        if (_count == _rules.LongestPin || _isTooLong)
        {
            Wipe();
            _isTooLong = true;
            return KeypadOutcome.Collecting;
        }

        _digits[_count++] = digit;
        return _count == _rules.CompleteAt ? Enter(out pin) : KeypadOutcome.Collecting;
    }

    private KeypadOutcome Do(KeyMeaning meaning, out CredentialData.Pin? pin)
    {
        pin = null;
        switch (meaning)
        {
            case KeyMeaning.Clear:
                Wipe();
                return KeypadOutcome.Cleared;
            case KeyMeaning.Enter:
                return Enter(out pin);
            default:
                return KeypadOutcome.Collecting;
        }
    }

    private KeypadOutcome Enter(out CredentialData.Pin? pin)
    {
        pin = _count > 0 ? new CredentialData.Pin(new string(_digits, 0, _count)) : null;
        var outcome = _isTooLong ? KeypadOutcome.TooLong : pin is null ? KeypadOutcome.Collecting : KeypadOutcome.Entered;
        Wipe();
        return outcome;
    }
}
