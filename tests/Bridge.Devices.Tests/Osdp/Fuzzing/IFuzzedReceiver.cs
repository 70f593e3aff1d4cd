namespace Bridge.Devices.Tests.Osdp.Fuzzing;

/// <summary>A receiver of frames: the product's, or one that is broken on purpose.</summary>
internal interface IFuzzedReceiver
{
    void Take(ReadOnlySpan<byte> bytes);

    /// <summary>As the product's. Throws when what it found does not fit together.</summary>
    bool TryNext(bool lineIsSilent, out ReadOnlySpan<byte> frame);

    void Abandon();
}
