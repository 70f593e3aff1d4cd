using Bridge.Devices.Doors;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>What the host is told of a transition, in words.</summary>
internal sealed class PeripheralRemarks(PeripheralMemory memory, MonotonicClock clock)
{
    /// <summary>One reply from a wrong address is noise; so many within <see cref="Window"/> are a wrong address switch.</summary>
    private const int MostStrangers = 5;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly UnitMemory _said = memory.Said;
    private int _strangers;
    private TimeSpan _windowSince;
    private TimeSpan _strangerAt = clock.Now;

    public void Say(PeripheralActions actions, in PeripheralState state, ReplyJudge judge)
    {
        const PeripheralActions Quiet = PeripheralActions.Accept | PeripheralActions.KeepListening | PeripheralActions.RejectCommand
            | PeripheralActions.DoubtCommand | PeripheralActions.WipeSession;
        if ((actions & ~Quiet) == 0)
        {
            return;
        }

        if (actions.Has(PeripheralActions.SayOnline))
        {
            _said.WentOnline(clock.Timestamp);
        }

        if (actions.Has(PeripheralActions.SayOffline))
        {
            _said.WentOffline(clock.Timestamp, Reason(state));
        }

        Trouble(actions, PeripheralActions.RemarkUntrusted, DeviceRemark.SecurityFailed, Distrust(judge));
        Trouble(actions, PeripheralActions.RemarkReplaced, DeviceRemark.Replaced, "another device than the enrolled one answers at its address");
        Remark(actions, PeripheralActions.RemarkSecurityDemanded, DeviceRemark.SettingDiffers, "it demands a secure channel and the site says clear");
        Remark(actions, PeripheralActions.RemarkRestarted, DeviceRemark.Restarted, "it has started again");
        Trouble(actions, PeripheralActions.RemarkFault, DeviceRemark.Faulty, "it refuses what every reader must do, or loses its link again and again");
        if (actions.Has(PeripheralActions.CountStranger))
        {
            CountStranger();
        }
    }

    /// <summary>
    /// What was wrong is over when the reader is online, which it proves by its key; a clash of addresses when for <see cref="Window"/> nobody else has answered.
    /// </summary>
    public void Attend(in PeripheralState state)
    {
        var isOver = memory.Trouble == DeviceRemark.AddressClash
            ? state.Phase == PeripheralPhase.Online && clock.Now - _strangerAt > Window
            : memory.Trouble is not null && state.Phase == PeripheralPhase.Online;
        if (isOver)
        {
            memory.Trouble = null;
            _said.Remark(DeviceRemark.Restored, "it is as it should be again", clock.Timestamp);
        }
    }

    private static string Distrust(ReplyJudge judge) => judge.Distrust.Length > 0 ? judge.Distrust : "the secure channel is refused";

    private static string Reason(in PeripheralState state) => state.Phase switch
    {
        PeripheralPhase.Held => "the secure channel failed",
        PeripheralPhase.NotEnrolled => "it has no key yet: nobody has enrolled it",
        PeripheralPhase.Replaced => "another device than the enrolled one answers",
        PeripheralPhase.SecurityDemanded => "it demands a secure channel and the site says clear",
        PeripheralPhase.Online or PeripheralPhase.RestoreIndicator => "not stored: its read waits for the host's disk",
        _ => "it does not answer",
    };

    /// <summary>Two answer to one command: two readers with one address, or somebody who answers for another.</summary>
    public void SecondReplies(int count)
    {
        for (; count > 0; count--)
        {
            CountStranger();
        }
    }

    private void CountStranger()
    {
        var now = clock.Now;
        _strangerAt = now;
        if (now - _windowSince > Window)
        {
            (_strangers, _windowSince) = (0, now);
        }

        if (++_strangers == MostStrangers)
        {
            Trouble(DeviceRemark.AddressClash, "more than its own replies come to its polls: two devices with one address, or a wrong address switch");
        }
    }

    private void Trouble(PeripheralActions actions, PeripheralActions which, DeviceRemark kind, string detail)
    {
        if (actions.Has(which))
        {
            Trouble(kind, detail);
        }
    }

    private void Trouble(DeviceRemark kind, string detail)
    {
        memory.Trouble = kind;
        _said.Remark(kind, detail, clock.Timestamp);
    }

    private void Remark(PeripheralActions actions, PeripheralActions which, DeviceRemark kind, string detail)
    {
        if (actions.Has(which))
        {
            _said.Remark(kind, detail, clock.Timestamp);
        }
    }
}
