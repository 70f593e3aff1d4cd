namespace Bridge.Console.Supervision;

/// <summary>What the door itself says of the mode that was asked of it.</summary>
public enum ReadBack
{
    /// <summary>It has not had the time to say so.</summary>
    Waiting,

    /// <summary>The lock's own sensor agrees.</summary>
    Confirmed,

    /// <summary>The time is over, and the sensor says something else.</summary>
    NotConfirmed,

    /// <summary>There is no sensor that could say so.</summary>
    NotMonitored,

    /// <summary>The door cannot be reached.</summary>
    Away,

    /// <summary>A fire holds it open, whatever was asked.</summary>
    Fire,
}
