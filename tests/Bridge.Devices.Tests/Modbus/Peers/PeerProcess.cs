using System.Diagnostics;

namespace Bridge.Devices.Tests.Modbus.Peers;

/// <summary>A peer that runs until the test ends it. It says on a line of its own when it is ready, and where.</summary>
internal sealed class PeerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    /// <summary>What follows the word it was awaited for: a port or a device.</summary>
    public string Place { get; private set; } = "";

    public int Port => int.Parse(Place[(Place.LastIndexOf(':') + 1)..], null);

    /// <summary>Waits for "ready PLACE" on the standard output.</summary>
    public static Task<PeerProcess> StartAsync(string program, string[] arguments, CancellationToken cancellationToken) =>
        StartAsync(program, arguments, "ready ", cancellationToken);

    /// <summary>Waits for a line with <paramref name="sign"/>; what follows it there is the place.</summary>
    public static async Task<PeerProcess> StartAsync(string program, string[] arguments, string sign, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var peer = new PeerProcess(Process.Start(start)!);
        try
        {
            peer.Place = await peer.AwaitAsync(sign, cancellationToken);
            return peer;
        }
        catch
        {
            peer.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            Assert.True(_process.WaitForExit(Patience), "a peer does not end");
        }

        _process.Dispose();
    }

    private async Task<string> AwaitAsync(string sign, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Task.WhenAny(found.Task, _process.WaitForExitAsync(limit.Token));
        Assert.True(found.Task.IsCompleted, $"{_process.StartInfo.FileName} is not ready: {string.Join('\n', said)}");
        return await found.Task;

        void Hear(string? line)
        {
            lock (said)
            {
                said.Add(line ?? "");
            }

            if (line?.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
            {
                found.TrySetResult(line[(at + sign.Length)..].Trim());
            }
        }
    }
}
