namespace Bridge.Simulators.Wire;

/// <summary>One way of putting Modbus requests and replies into a stream of bytes; one instance a connection, since it keeps what is half received.</summary>
public interface IWire
{
    void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Takes the next whole request out of what came.</summary>
    bool TryTake(out Request request);

    byte[] Frame(ushort transaction, byte unit, ReadOnlySpan<byte> body);

    /// <summary>The part of a frame in which a wrong bit can be noticed.</summary>
    Range Corruptible(int frameLength);
}
