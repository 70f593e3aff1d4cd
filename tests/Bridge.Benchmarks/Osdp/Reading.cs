namespace Bridge.Benchmarks.Osdp;

/// <summary>What the line's own thread had done and used when it began an exchange.</summary>
internal readonly record struct Reading(long At, double ProcessorSeconds, long Allocated, long Exchanges, long Bytes);
