using System.Diagnostics;
using System.Globalization;

namespace Bridge.EndToEnd.Tests.Running;

/// <summary>
/// Another system that listens: the real mosquitto_sub, with a session of its own at the broker, and what it has printed, line by line. May be read
/// while it runs.
/// </summary>
internal sealed class MosquittoSub : IAsyncDisposable
{
    private const string ReadyTopic = "ab/observer/ready";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly List<ToldMessage> heard = [];
    private readonly Lock gate = new();

    private MosquittoSub(Process process) => this.process = process;

    public IReadOnlyList<ToldMessage> Heard
    {
        get
        {
            lock (gate)
            {
                return [.. heard];
            }
        }
    }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return heard.Count;
            }
        }
    }

    /// <summary>Returns when it is subscribed: a retained message of our own has come through.</summary>
    public static async Task<MosquittoSub> StartAsync(int port, CancellationToken cancellationToken)
    {
        var publisher = ExternalProgram.Require("mosquitto_pub", "mosquitto-clients");
        var marked = await ExternalProgram.RunAsync(publisher, [.. At(port), "-t", ReadyTopic, "-m", "ready", "-r", "-q", "1"], cancellationToken);
        Assert.True(marked.ExitCode == 0, marked.ToString());
        var program = ExternalProgram.Require("mosquitto_sub", "mosquitto-clients");
        var start = new ProcessStartInfo(program, [.. At(port), "-t", "#", "-v", "-q", "1", "-i", "observer", "-c"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var subscriber = new MosquittoSub(Process.Start(start) ?? throw new InvalidOperationException("mosquitto_sub did not start."));
        subscriber.Listen();
        Assert.True(await Deadline.UntilAsync(() => subscriber.Heard.Any(message => message.Topic == ReadyTopic), StartLimit, cancellationToken),
            "mosquitto_sub did not subscribe");
        return subscriber;
    }

    /// <summary>What a system that comes new hears first: the retained messages below these topics, by topic. Waits at most two seconds for them.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RetainedAsync(int port, IEnumerable<string> topics, CancellationToken cancellationToken)
    {
        var program = ExternalProgram.Require("mosquitto_sub", "mosquitto-clients");
        var filters = topics.SelectMany(topic => new[] { "-t", topic });
        var end = await ExternalProgram.RunAsync(program, [.. At(port), .. filters, "-v", "--retained-only", "-W", "2"], cancellationToken);
        return end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Split).ToDictionary(message => message.Topic, message => message.Payload);
    }

    /// <summary>The events in the order in which each was heard first.</summary>
    public IReadOnlyList<ToldEvent> FirstHeard() => [.. Heard.Select(message => message.Event).OfType<ToldEvent>().DistinctBy(told => told.Id)];

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static string[] At(int port) => ["-h", "127.0.0.1", "-p", port.ToString(CultureInfo.InvariantCulture)];

    private static (string Topic, string Payload) Split(string line) => line.Split(' ', 2) is [var topic, var payload] ? (topic, payload) : (line, "");

    private void Listen()
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Trace.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            var (topic, payload) = Split(line);
            lock (gate)
            {
                heard.Add(new ToldMessage(topic, payload, ToldEvent.Of(topic, payload)));
            }
        }
    }
}
