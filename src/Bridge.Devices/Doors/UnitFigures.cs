using Bridge.Devices.Modbus;

namespace Bridge.Devices.Doors;

/// <summary>What was counted of one unit since the process started. Written by the line's thread, read by anybody.</summary>
internal sealed class UnitFigures
{
    private long _requests;
    private long _silences;
    private long _garbled;
    private long _exceptions;
    private long _checkErrors;
    private long _strangers;
    private long _replies;
    private long _replyTicks;
    private long _latestTicks;
    private long _longestTicks;
    private int _answers;

    /// <param name="took">With the silence that the line keeps before it sends.</param>
    public void Count(ModbusReply reply, TimeSpan took)
    {
        if (reply.Outcome is ModbusOutcome.NotSent or ModbusOutcome.LinkLost)
        {
            return;
        }

        Add(ref _requests, 1);
        Add(ref _silences, reply.Outcome == ModbusOutcome.TimedOut ? 1 : 0);
        Add(ref _garbled, reply.Outcome == ModbusOutcome.Garbled ? 1 : 0);
        Add(ref _exceptions, reply.Outcome == ModbusOutcome.Exception ? 1 : 0);
        Volatile.Write(ref _answers, MasterPort.IsSilence(reply) ? 0 : 1);
        if (reply.Outcome is ModbusOutcome.Ok or ModbusOutcome.Exception)
        {
            Add(ref _replies, 1);
            Add(ref _replyTicks, took.Ticks);
            Volatile.Write(ref _latestTicks, took.Ticks);
            Volatile.Write(ref _longestTicks, Math.Max(_longestTicks, took.Ticks));
        }
    }

    public void CountTroubles(long checkErrors, long strangers)
    {
        Add(ref _checkErrors, checkErrors);
        Add(ref _strangers, strangers);
    }

    public UnitSnapshot Snapshot(UnitPlan plan) => new(plan.Definition.Device, plan.Unit)
    {
        Answers = Volatile.Read(ref _answers) == 1,
        Requests = Volatile.Read(ref _requests),
        Silences = Volatile.Read(ref _silences),
        Garbled = Volatile.Read(ref _garbled),
        Exceptions = Volatile.Read(ref _exceptions),
        CheckErrors = Volatile.Read(ref _checkErrors),
        Strangers = Volatile.Read(ref _strangers),
        Replies = Volatile.Read(ref _replies),
        ReplyTime = TimeSpan.FromTicks(Volatile.Read(ref _replyTicks)),
        LatestReply = TimeSpan.FromTicks(Volatile.Read(ref _latestTicks)),
        LongestReply = TimeSpan.FromTicks(Volatile.Read(ref _longestTicks)),
    };

    private static void Add(ref long counter, long count) => Volatile.Write(ref counter, counter + count);
}
