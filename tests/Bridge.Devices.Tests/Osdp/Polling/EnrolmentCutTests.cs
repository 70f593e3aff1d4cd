using Bridge.Devices.Osdp;
using Bridge.Simulators.Osdp;
using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Devices.Tests.Osdp.Polling;

/// <summary>
/// The host loses its power at every step of an enrolment, and the reader has taken the new key or not. Afterwards the host has what was on its disk at that step,
/// and the reader works, or it stays shut and that is said. It is never open, and the default key is never tried.
/// </summary>
public sealed class EnrolmentCutTests
{
    private const string Card = "10111011000000110010000110";
    private const byte Keyset = 0x75;
    private const byte Challenge = 0x76;
    private const byte Cryptogram = 0x77;

    private static readonly byte[] New = Convert.FromHexString("a1b2c3d4e5f60718293a4b5c6d7e8f90");

    /// <summary>Where the power goes.</summary>
    public enum Cut
    {
        /// <summary>Nothing is on disk yet but what was.</summary>
        BeforePendingIsWritten,

        PendingIsWritten,

        ChallengeIsOut,

        /// <summary>KEYSET was sent and did not reach the reader.</summary>
        KeysetIsLost,

        /// <summary>The reader took it, and its answer was not heard any more.</summary>
        AnswerIsLost,

        /// <summary>The answer came, and the host died before the new handshake.</summary>
        Answered,

        /// <summary>Somebody answered for the reader, which did not take it.</summary>
        AnsweredAndNotTaken,

        /// <summary>The new handshake was made, and the file does not say so yet.</summary>
        Proved,

        /// <summary>The file says so.</summary>
        Promoted,
    }

    public static TheoryData<Cut, bool, KeySetConduct> Rows
    {
        get
        {
            var rows = new TheoryData<Cut, bool, KeySetConduct>();
            foreach (var cut in Enum.GetValues<Cut>())
            {
                foreach (var conduct in Enum.GetValues<KeySetConduct>())
                {
                    rows.Add(cut, false, conduct);
                    rows.Add(cut, true, conduct);
                }
            }

            return rows;
        }
    }

    [Conformance(56, "Power cut between KEYSET and the commit of the key: reader still reachable")]
    [Theory, MemberData(nameof(Rows))]
    public void After_a_power_cut_the_reader_works_or_stays_shut(Cut cut, bool isFresh, KeySetConduct conduct)
    {
        var profile = new ReaderProfile { InstallMode = isFresh, KeySet = conduct };
        var own = isFresh ? OsdpSecurity.NotEnrolled : OsdpSecurity.WithKey(ReaderBench.Key(5));
        var bench = new ReaderBench();
        var reader = bench.Add(5, isSecure: !isFresh, profile: profile, security: own);
        if (cut is not (Cut.BeforePendingIsWritten or Cut.PendingIsWritten))
        {
            EnrolUntil(bench, reader, cut, isFresh);
        }

        bench.StartAgain(5, OnDisk(cut, own));
        bench.Unplugged.Clear();
        bench.Instead = _ => null;
        bench.After(40, () => reader.PresentCard(Card));
        bench.Run(60);

        var hasNew = cut is Cut.AnswerIsLost or Cut.Answered or Cut.Proved or Cut.Promoted;
        var works = hasNew || !isFresh;
        Assert.Equal(works, reader.IsInSession);
        Assert.Equal(works ? 1 : 0, bench.Of<DeviceEvent.Online>().Count());
        Assert.Equal(works ? 1 : 0, bench.Of<DeviceEvent.CredentialRead>().Count());
        Assert.True(works || bench.Of<DeviceEvent.Offline>().Any());
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command.Code == Keyset);
        Assert.DoesNotContain(bench.Sent(5), sent => sent.Command is { Code: Challenge, KeySelector: 0 });
        var settled = bench.Of<DeviceEvent.KeySettled>().Select(said => said.IsPending);
        var isOpen = cut is not (Cut.BeforePendingIsWritten or Cut.Promoted) && works;
        Assert.Equal(isOpen ? [hasNew] : [], settled);
    }

    private static OsdpSecurity OnDisk(Cut cut, OsdpSecurity own) => cut switch
    {
        Cut.BeforePendingIsWritten => own,
        Cut.Promoted => OsdpSecurity.WithKey(New),
        _ => own with { PendingKey = New },
    };

    /// <summary>From the cut on nothing of the host reaches the reader, and nothing of the reader the host.</summary>
    private static void EnrolUntil(ReaderBench bench, OsdpReader reader, Cut cut, bool isFresh)
    {
        var isKeySent = false;
        var reached = false;
        bench.Instead = command =>
        {
            var (isCut, answer) = (cut, command.Code) switch
            {
                (Cut.ChallengeIsOut, Challenge) or (Cut.KeysetIsLost, Keyset) => (true, (byte[]?)null),
                (Cut.AnswerIsLost, Keyset) => (true, Executed(reader, command)),
                (Cut.AnsweredAndNotTaken, Keyset) => (true, PlainFrame.Reply(5, (byte)command.Sequence, 0x40, [])),
                (Cut.Answered or Cut.AnsweredAndNotTaken, Challenge) when isKeySent => (true, null),
                (Cut.Proved or Cut.Promoted, Cryptogram) when isKeySent => (true, Whole(reader, command)),
                _ => (false, null),
            };
            isKeySent |= command.Code == Keyset;
            reached |= isCut;
            if (isCut)
            {
                bench.Unplugged.Add(5);
            }

            return answer;
        };
        _ = bench.Line.EnrolAsync(
            ReaderBench.Device(5), new OsdpEnrolment(New, isFresh, TimeSpan.FromMinutes(5), static _ => { }), CancellationToken.None);
        bench.Run(6);
        Assert.True(reached, $"{cut} was not reached");
    }

    /// <summary>The reader does it, and nobody hears its answer.</summary>
    private static byte[]? Executed(OsdpReader reader, CommandFrame command)
    {
        _ = reader.Answer(command);
        return null;
    }

    private static byte[] Whole(OsdpReader reader, CommandFrame command)
    {
        var packet = reader.Answer(command);
        packet.AfterSent?.Invoke();
        return [.. packet.Parts.SelectMany(part => part.Bytes)];
    }
}
