using Bridge.Simulators.Links;

namespace Bridge.Simulators.Tests;

/// <summary>A wire's far end that writes down what arrives.</summary>
internal sealed class RecordingSink : ISlaveSink
{
    public List<string> Sent { get; } = [];

    public int Cuts { get; private set; }

    public void Send(ReadOnlySpan<byte> bytes) => Sent.Add(Hex.Text(bytes));

    public void Cut(TimeSpan time) => Cuts++;
}
