namespace Bridge.Devices.Osdp.Security;

/// <summary>Which keys are refused before any reader gets them: those that somebody would try first.</summary>
internal static class KeyRules
{
    private const int LongestPattern = 8;

    public static KeyWeakness Judge(ReadOnlySpan<byte> key)
    {
        if (key.Length != ReaderKey.Length)
        {
            return KeyWeakness.WrongLength;
        }

        if (HasPeriod(key, 1))
        {
            return key[0] == 0 ? KeyWeakness.AllZero : KeyWeakness.OneByte;
        }

        if (IsDefault(key))
        {
            return KeyWeakness.DefaultKey;
        }

        return IsCounting(key) ? KeyWeakness.Counting : HasShortPattern(key) ? KeyWeakness.ShortPattern : KeyWeakness.None;
    }

    /// <summary>
    /// The first two places in a list whose keys are equal; null when all differ. Whoever opens one of two such readers has the key of both.
    /// </summary>
    public static (int First, int Second)? FindShared(IReadOnlyList<ReaderKey> keys)
    {
        for (var second = 1; second < keys.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                if (keys[first].Matches(keys[second]))
                {
                    return (first, second);
                }
            }
        }

        return null;
    }

    private static bool IsDefault(ReadOnlySpan<byte> key)
    {
        using var known = ReaderKey.Default();
        return key.SequenceEqual(known.Bytes);
    }

    private static bool IsCounting(ReadOnlySpan<byte> key)
    {
        var step = (key[1] - key[0]) & 0xFF;
        for (var index = 2; index < key.Length; index++)
        {
            if (((key[index] - key[index - 1]) & 0xFF) != step)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasShortPattern(ReadOnlySpan<byte> key)
    {
        for (var period = 2; period <= LongestPattern; period++)
        {
            if (HasPeriod(key, period))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPeriod(ReadOnlySpan<byte> key, int period) => key[period..].SequenceEqual(key[..^period]);
}
