namespace Bridge.Host.Runtime;

/// <summary>What runs.</summary>
public sealed record RuntimeParts(
    EngineQueue Queue,
    EngineClock Clock,
    Engine Engine,
    EffectRunner Effects,
    FireRelease Fire,
    LineSupervision Lines,
    Ticker Ticker,
    BrokerSession Broker,
    RegisterWatch Register);
