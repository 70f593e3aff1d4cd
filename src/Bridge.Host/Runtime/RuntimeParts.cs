namespace Bridge.Host.Runtime;

/// <summary>What runs.</summary>
public sealed record RuntimeParts(
    EngineQueue Queue,
    EngineClock Clock,
    Engine Engine,
    EffectRunner Effects,
    FireRelease Fire,
    LineFactory Factory,
    LineSupervision Lines,
    Ticker Ticker,
    BrokerSession Broker,
    RegisterWatch Register,
    RetentionJob Retention);
