using System.Runtime.Versioning;

namespace Bridge.Simulators.Links;

/// <summary>
/// A bus on a pseudo-terminal, reached through a symbolic link whose path stays the same while terminals come and go behind it: unplugging closes the
/// pair and removes the link, replugging makes a new pair under the same link.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class PtySlave(ISlaveBus bus, string linkPath) : ISlaveLink
{
    private readonly Lock _gate = new();
    private Plug? _plug;
    private bool _disposed;

    public ISlaveBus Bus => bus;

    public string Address => linkPath;

    public bool IsPlugged => _plug is not null;

    public void Start() => Replug();

    public void Replug()
    {
        lock (_gate)
        {
            if (_plug is not null || _disposed)
            {
                return;
            }

            var terminal = PseudoTerminal.Open();
            // Renaming replaces a left-over link in one step.
            var fresh = linkPath + ".new";
            File.Delete(fresh);
            File.CreateSymbolicLink(fresh, terminal.Path);
            File.Move(fresh, linkPath, overwrite: true);
            _plug = new Plug(this, terminal);
            _plug.Start();
        }
    }

    public void Unplug()
    {
        lock (_gate)
        {
            if (_plug is not null)
            {
                File.Delete(linkPath);
                _plug.Pull();
                _plug = null;
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _disposed = true;
            Unplug();
        }

        return ValueTask.CompletedTask;
    }

    private void Cut(TimeSpan time)
    {
        Unplug();
        _ = ReplugAsync(time);
    }

    private async Task ReplugAsync(TimeSpan after)
    {
        await Task.Delay(after, bus.Surroundings.WireTime);
        Replug();
    }

    /// <summary>One pair and the thread that serves it; the thread closes the pair, after its last read.</summary>
    private sealed class Plug(PtySlave owner, PseudoTerminal terminal) : ISlaveSink
    {
        public int? BitsPerSecond => terminal.BitsPerSecond;

        public void Start() => new Thread(Serve) { IsBackground = true, Name = $"line {owner.Bus.Id}" }.Start();

        public void Send(ReadOnlySpan<byte> bytes) => terminal.Write(bytes);

        public void Cut(TimeSpan time) => owner.Cut(time);

        public void Pull() => terminal.Wake();

        private void Serve()
        {
            var session = owner.Bus.Connect(this, SlaveFraming.Serial);
            var buffer = new byte[2048];
            while (terminal.Read(buffer) is var count and > 0)
            {
                session.Receive(buffer.AsSpan(0, count));
            }

            session.End();
            terminal.Dispose();
        }
    }
}
