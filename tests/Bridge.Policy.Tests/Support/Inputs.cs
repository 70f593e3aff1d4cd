using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;
using static Bridge.Policy.Tests.Support.Building;

namespace Bridge.Policy.Tests.Support;

/// <summary>Every input with every value that can make a difference.</summary>
static class Inputs
{
    public static IEnumerable<PolicyInput> All(Moment at)
    {
        yield return new PolicyInput.Tick(at);
        yield return new PolicyInput.BridgeStarted(at);
        yield return new PolicyInput.ConfigurationApplied(at, Rules);
        yield return new PolicyInput.ConfigurationApplied(at, BuildingRules.Empty);
        yield return new PolicyInput.FireAcknowledged(at, new("lead"));
        yield return new PolicyInput.ClockAccepted(at, new("lead"));
        yield return new PolicyInput.Tick(at with { NotBefore = at.Wall.AddDays(1) });
        foreach (var input in Admission.DeskInputs.All(at))
        {
            yield return input;
        }

        foreach (var door in new[] { Lobby, Stairs, Garage, new DoorId("roof") })
        {
            foreach (var input in AtDoor(at, door))
            {
                yield return input;
            }
        }

        foreach (var point in new AccessPointId[] { LobbyReader, LobbyKeypad, StairsBoth, GarageEither, new("roof.reader") })
        {
            foreach (var input in AtPoint(at, point))
            {
                yield return input;
            }
        }

        foreach (var input in new[] { Panel, Sprinkler, new FireInputId("spare") })
        {
            foreach (var reading in Enum.GetValues<FireReading>())
            {
                yield return new PolicyInput.FireSensed(at, input, reading);
            }
        }
    }

    static IEnumerable<PolicyInput> AtPoint(Moment at, AccessPointId point)
    {
        yield return new PolicyInput.LockoutReset(at, point, new("lead"));
        yield return new PolicyInput.AccessPointLinkSensed(at, point, true, "as told");
        yield return new PolicyInput.AccessPointLinkSensed(at, point, false, "as told");
        yield return new PolicyInput.ReaderTrustSensed(at, point, ReaderTrust.AddressClash, "as told");
        yield return new PolicyInput.ReaderTrustSensed(at, point, ReaderTrust.Trusted, "as told");
        yield return new PolicyInput.ReaderEnrolment(at, point, EnrolmentStep.Started, new("lead"), "as told");
        foreach (var read in Reads())
        {
            yield return new PolicyInput.CredentialPresented(at, point, read);
        }
    }

    public static IEnumerable<CredentialRead> Reads()
    {
        yield return People.Unknown(CredentialKind.Card);
        yield return People.Unknown(CredentialKind.Pin);
        foreach (var facts in new[] { People.AnnCard, People.AnnPin, People.AnnDuress, People.BobPin, People.CleanerCard, People.StrangerCard })
        {
            yield return People.ReadOf(facts);
            yield return People.ReadOf(facts) with { Number = 7 };
        }

        yield return People.ReadOf(People.AnnCard) with { QueuedWhileOffline = true };
        yield return People.ReadOf(People.AnnPin) with { Age = TimeSpan.FromHours(1) };
        yield return People.ReadOf(People.AnnCard with { ExtendedTime = true });
        yield return People.ReadOf(People.AnnPin, People.BobPin);
    }

    static IEnumerable<PolicyInput> AtDoor(Moment at, DoorId door)
    {
        foreach (var flag in new[] { false, true })
        {
            yield return new PolicyInput.OutputSensed(at, door, flag);
            yield return new PolicyInput.RequestToExit(at, door, flag);
            yield return new PolicyInput.TamperSensed(at, door, flag);
            yield return new PolicyInput.LinkSensed(at, door, flag, "as told");
        }

        yield return new PolicyInput.TamperSensed(at, door, null);
        yield return new PolicyInput.RequestToExit(at, door, null);
        foreach (var contact in Enum.GetValues<DoorPhysicalState>())
        {
            yield return new PolicyInput.ContactSensed(at, door, contact);
        }

        foreach (var reading in Enum.GetValues<LockPhysicalState>())
        {
            yield return new PolicyInput.LockSensed(at, door, reading);
        }

        foreach (var request in Enum.GetValues<DoorModeRequest>())
        {
            yield return new PolicyInput.ModeRequested(at, door, request, new("lead"));
        }

        foreach (var outcome in Enum.GetValues<ReleaseOutcome>())
        {
            yield return new PolicyInput.ReleaseEnded(at, door, null, outcome, "as told");
            yield return new PolicyInput.ReleaseEnded(at, door, new AccessId(1), outcome, "as told");
            yield return new PolicyInput.ReleaseEnded(at, door, new AccessId(2), outcome, "as told");
        }
    }
}
