using System.Diagnostics;
using Bridge.Benchmarks.Peers;
using Bridge.Devices.Modbus;
using Bridge.Devices.Transport;

namespace Bridge.Benchmarks.Modbus;

/// <summary>The product's master, on a thread of its own as on a line, on one processor.</summary>
internal sealed class OwnMaster(LinkDefinition target, ModbusFraming framing, ModbusTiming timing, int core)
{
    private const int WarmUp = 200;

    /// <summary>The positive control: expects the neighbour's value and makes an object for each transaction, and both have to show in the figures.</summary>
    public bool IsSpoiled { get; init; }

    /// <summary>Reads 10 registers this often, as the C client does, and checks the last of them.</summary>
    public Task<Round> RunAsync(int count, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () => Run(count, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private Round Run(int count, CancellationToken cancellationToken)
    {
        ThreadPlace.Pin(core);
        if (ByteLinks.Open(target, TimeProvider.System, cancellationToken) is not LinkOpened.Open { Link: var link })
        {
            throw new InvalidOperationException($"The slave at {target} cannot be reached.");
        }

        using (link)
        {
            var master = new ModbusMaster(link, framing, timing, TimeProvider.System);
            Span<ushort> values = stackalloc ushort[10];
            for (var i = 0; i < WarmUp; i++)
            {
                master.ReadRegisters(1, ModbusTable.HoldingRegisters, (ushort)i, values);
            }

            var took = new float[count];
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var used = ThreadPlace.ProcessorSeconds();
            var begin = Stopwatch.GetTimestamp();
            var wrong = Measure(master, values, took);
            var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
            used = ThreadPlace.ProcessorSeconds() - used;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Array.Sort(took);
            return new Round(count, wrong, count / seconds, took[count / 2], took[(int)(count * 99L / 100)], used) { Bytes = allocated };
        }
    }

    private long Measure(ModbusMaster master, Span<ushort> values, float[] took)
    {
        var (wrong, expected) = (0L, IsSpoiled ? 10 : 9);
        object? made = null;
        var last = Stopwatch.GetTimestamp();
        for (var i = 0; i < took.Length; i++)
        {
            var address = i & 0xFF;
            var reply = master.ReadRegisters(1, ModbusTable.HoldingRegisters, (ushort)address, values);
            wrong += reply.IsOk && values[9] == address + expected ? 0 : 1;
            made = IsSpoiled ? new object() : made;
            var now = Stopwatch.GetTimestamp();
            took[i] = (now - last) * 1e6f / Stopwatch.Frequency;
            last = now;
        }

        GC.KeepAlive(made);
        return wrong;
    }
}
