namespace Bridge.Simulators.Disturbances;

/// <summary>Draws the fates of replies under one weather.</summary>
public sealed class Climate(Weather weather)
{
    private static readonly Weather NothingWrong = Weather.Fine;
    private readonly Random _random = new(weather.Seed);

    public Weather Weather => weather;

    /// <summary>Always draws the same count of numbers, so that a chance can be changed without moving the other misfortunes.</summary>
    public ReplyFate Next()
    {
        if (weather with { Seed = NothingWrong.Seed, Babble = TimeSpan.Zero } == NothingWrong)
        {
            return ReplyFate.Fine;
        }

        var garbage = new byte[6];
        _random.NextBytes(garbage);
        var late = Happens(weather.Late) ? weather.LateBy : TimeSpan.Zero;
        return new ReplyFate
        {
            Delay = weather.Delay + (_random.NextDouble() * weather.Jitter) + late,
            Deaf = Happens(weather.Deaf),
            Drop = Happens(weather.Drop),
            Corrupt = Happens(weather.Corrupt),
            Truncate = Happens(weather.Truncate),
            Duplicate = Happens(weather.Duplicate),
            WrongUnit = Happens(weather.WrongUnit),
            WrongTransaction = Happens(weather.WrongTransaction),
            GarbageBefore = Happens(weather.GarbageBefore),
            GarbageAfter = Happens(weather.GarbageAfter),
            SplitGap = Happens(weather.Split) ? weather.SplitGap : TimeSpan.Zero,
            Cut = Happens(weather.Cut),
            CutFor = weather.CutFor,
            Reboot = Happens(weather.Reboot),
            Position = _random.NextDouble(),
            Garbage = garbage,
        };
    }

    private bool Happens(double chance) => _random.NextDouble() < chance;
}
