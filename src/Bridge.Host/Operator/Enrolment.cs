namespace Bridge.Host.Operator;

/// <summary>One enrolment of one reader, as the person who ordered it sees it.</summary>
internal sealed class Enrolment(string reader, DateTimeOffset until) : IDisposable
{
    /// <summary>A reader that fails again and again must not fill the memory.</summary>
    private const int MostWords = 100;

    private readonly Lock gate = new();
    private readonly List<string> words = [];
    private readonly CancellationTokenSource calledOff = new();
    private bool isOver;
    private bool succeeded;

    public string Reader => reader;

    public CancellationToken CalledOff => calledOff.Token;

    public EnrolmentReport Report
    {
        get
        {
            lock (gate)
            {
                return new EnrolmentReport(reader, [.. words], isOver, succeeded, until);
            }
        }
    }

    public void Say(string said)
    {
        lock (gate)
        {
            if (words.Count < MostWords)
            {
                words.Add(said);
            }
        }
    }

    public void End(bool success, string said)
    {
        lock (gate)
        {
            words.Add(said);
            (isOver, succeeded) = (true, success);
        }
    }

    public void CallOff() => calledOff.Cancel();

    public void Dispose() => calledOff.Dispose();
}
