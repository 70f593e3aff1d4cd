using Bridge.Devices.Transport;

namespace Bridge.Devices.Tests.Transport;

/// <summary>What every link promises its reader, whatever is under it.</summary>
public sealed class LinkContractTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(5);

    /// <summary>How much later than asked a wait may end on a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromMilliseconds(500);

    public static TheoryData<string> Kinds => ["tcp", "socket", "pty", "ports", "fake"];

    [Theory, MemberData(nameof(Kinds))]
    public void A_read_ends_when_its_time_is_over_and_not_before(string kind)
    {
        using var bench = LinkBench.Create(kind);
        var buffer = new byte[16];
        foreach (var milliseconds in (double[])[0, 0.5, 1.75, 5, 20, 200])
        {
            var timeout = TimeSpan.FromMilliseconds(milliseconds);
            var began = bench.Time.GetTimestamp();
            Assert.Equal(LinkRead.TimedOut, bench.Link.Read(buffer, timeout));
            Assert.InRange(bench.Time.GetElapsedTime(began), timeout, timeout + Lateness);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Bytes_keep_their_order_however_they_are_cut(string kind)
    {
        using var bench = LinkBench.Create(kind);
        bench.Send([1, 2, 3]);
        bench.Send([4]);
        bench.SendAfter(TimeSpan.FromMilliseconds(20), [5, 6, 7, 8, 9]);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], Take(bench, 9, atOnce: 4));
        Assert.Equal(LinkRead.TimedOut, bench.Link.Read(new byte[4], TimeSpan.Zero));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void All_values_of_a_byte_pass_both_ways(string kind)
    {
        using var bench = LinkBench.Create(kind);
        var all = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        Assert.Equal(LinkWrite.Sent, bench.Link.Write(all));
        Assert.Equal(all, bench.ReceiveAtPeer(256));
        bench.Send(all);
        Assert.Equal(all, Take(bench, 256, atOnce: 256));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_interrupt_ends_the_running_read(string kind)
    {
        using var bench = LinkBench.Create(kind);
        bench.InterruptAfter(TimeSpan.FromMilliseconds(60));
        var began = bench.Time.GetTimestamp();
        Assert.Equal(LinkRead.Interrupted, bench.Link.Read(new byte[4], Long));
        Assert.InRange(bench.Time.GetElapsedTime(began), TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(60) + Lateness);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_interrupt_before_a_read_ends_the_next_one_and_only_that(string kind)
    {
        using var bench = LinkBench.Create(kind);
        bench.Link.Interrupt();
        bench.Link.Interrupt();
        Assert.Equal(LinkRead.Interrupted, bench.Link.Read(new byte[4], Long));
        var began = bench.Time.GetTimestamp();
        Assert.Equal(LinkRead.TimedOut, bench.Link.Read(new byte[4], TimeSpan.FromMilliseconds(30)));
        Assert.True(bench.Time.GetElapsedTime(began) >= TimeSpan.FromMilliseconds(30));

        bench.Link.Interrupt();
        Assert.Equal(LinkRead.Interrupted, bench.Link.Read(new byte[4], TimeSpan.Zero));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void An_interrupt_loses_no_byte(string kind)
    {
        using var bench = LinkBench.Create(kind);
        bench.Echo();
        bench.Link.Write([7]);
        Assert.Equal([7], Take(bench, 1, atOnce: 1));
        for (var round = 0; round < 300; round++)
        {
            var mark = (byte)(round % 256);
            bench.Link.Interrupt();
            bench.Link.Write([mark, 1, 2, 3]);
            Assert.Equal([mark, 1, 2, 3], Take(bench, 4, atOnce: 16));
        }
    }

    /// <summary>Not for the link of COM ports: on Linux System.IO.Ports may keep a port "open" whose device is gone. The frame watchdog closes it.</summary>
    [Theory, InlineData("tcp"), InlineData("socket"), InlineData("pty"), InlineData("fake")]
    public void A_peer_that_is_gone_is_lost_and_not_idle(string kind)
    {
        using var bench = LinkBench.Create(kind);
        Assert.Equal(LinkRead.TimedOut, bench.Link.Read(new byte[4], TimeSpan.FromMilliseconds(5)));
        bench.HangUp();
        Assert.Equal(LinkRead.Lost, bench.Link.Read(new byte[4], Long));
        Assert.Equal(LinkRead.Lost, bench.Link.Read(new byte[4], TimeSpan.Zero));
        Assert.Equal(LinkWrite.Lost, bench.Link.Write([1]));
        Assert.Equal(LinkWrite.Lost, bench.Link.Write([1]));
        Assert.Equal(LinkRead.Lost, bench.Link.Read(new byte[4], Long));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Many_may_close_a_link_at_once(string kind)
    {
        for (var round = 0; round < 30; round++)
        {
            using var bench = LinkBench.Create(kind);
            Parallel.For(0, 4, _ => bench.Link.Dispose());
            Assert.Equal(LinkRead.Lost, bench.Link.Read(new byte[4], Long));
            Assert.Equal(LinkWrite.Lost, bench.Link.Write([1]));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Disposing_during_a_read_ends_it(string kind)
    {
        using var bench = LinkBench.Create(kind);
        bench.DisposeAfter(TimeSpan.FromMilliseconds(40));
        var began = bench.Time.GetTimestamp();
        Assert.Equal(LinkRead.Lost, bench.Link.Read(new byte[4], Long));
        Assert.True(bench.Time.GetElapsedTime(began) < TimeSpan.FromSeconds(2));
        bench.Link.Dispose();
        bench.Link.Interrupt();
        Assert.Equal(LinkRead.Lost, bench.Link.Read(new byte[4], Long));
        Assert.Equal(LinkWrite.Lost, bench.Link.Write([1]));
    }

    [Theory]
    [InlineData("tcp", 0)]
    [InlineData("pty", 0)]
    [InlineData("socket", 400)]
    public void A_steady_exchange_allocates(string kind, int mostBytesEach)
    {
        using var bench = LinkBench.Create(kind);
        bench.Echo();
        var buffer = new byte[64];
        var message = new byte[8];
        void Exchange()
        {
            bench.Link.Write(message);
            for (var got = 0; got < message.Length;)
            {
                got += bench.Link.Read(buffer, Long).Count;
            }
        }

        for (var warm = 0; warm < 50; warm++)
        {
            Exchange();
        }

        const int rounds = 1000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
        {
            Exchange();
        }

        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / rounds;
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {each} bytes an exchange, {rounds} exchanges");
        Assert.InRange(each, 0, mostBytesEach);
    }

    private static byte[] Take(LinkBench bench, int count, int atOnce)
    {
        var all = new List<byte>();
        var buffer = new byte[atOnce];
        while (all.Count < count)
        {
            var read = bench.Link.Read(buffer, Long);
            Assert.True(read.Kind is LinkReadKind.Bytes or LinkReadKind.Interrupted, $"{read.Kind} after {all.Count} bytes");
            all.AddRange(buffer.AsSpan(0, read.Count));
        }

        return [.. all];
    }
}
