using Bridge.Devices;
using Bridge.Policy;
using Bridge.Policy.Credentials;
using Bridge.Policy.Doors;
using Bridge.Policy.Fire;

namespace Bridge.Host.Translation;

/// <summary>Device words into policy words: what a point stands for comes from the wiring, who holds a credential from the register.</summary>
public sealed class InputTranslation(WiringIndex wiring, RegisterLookup register, CallTranslation calls)
{
    /// <summary>Zero, one or several inputs: a device that goes away takes every door with it that hangs on it.</summary>
    public IEnumerable<PolicyInput> Translate(DeviceEvent told, Moment at) => told switch
    {
        DeviceEvent.Online => LinkChanged(told.Device, at, online: true, "online"),
        DeviceEvent.Offline offline => LinkChanged(told.Device, at, online: false, offline.Reason),
        DeviceEvent.InputRead input => Inputs(input.Point, input.Reading, at),
        DeviceEvent.OutputRead output => Outputs(output.Point, output.Reading, at),
        DeviceEvent.CredentialRead read => Credential(read, at),
        DeviceEvent.Remark remark => Trust(remark, at),
        DeviceEvent.KeySettled => [],
        DeviceEvent.IntercomCall call => calls.Translate(call).Select(notice => new PolicyInput.CallTold(at, notice)),
        DeviceEvent.IntercomHealth => [],
        _ => throw new System.Diagnostics.UnreachableException($"No translation for {told.GetType().Name}."),
    };

    /// <summary>The door that an input is about, where it is about one.</summary>
    public static DoorId? DoorOf(PolicyInput input) => input switch
    {
        PolicyInput.ContactSensed contact => contact.Door,
        PolicyInput.LockSensed sensed => sensed.Door,
        PolicyInput.OutputSensed output => output.Door,
        PolicyInput.RequestToExit exit => exit.Door,
        PolicyInput.TamperSensed tamper => tamper.Door,
        PolicyInput.LinkSensed link => link.Door,
        PolicyInput.ReleaseEnded ended => ended.Door,
        PolicyInput.ModeRequested mode => mode.Door,
        _ => null,
    };

    // A door is as reachable as its lock: a lost lock makes the door offline, and any other lost point makes just that point unknown.
    private IEnumerable<PolicyInput> LinkChanged(DeviceId device, Moment at, bool online, string detail)
    {
        foreach (var door in wiring.DoorsLockedBy(device))
        {
            yield return new PolicyInput.LinkSensed(at, door, online, detail);
        }

        foreach (var accessPoint in wiring.AccessPointsApart(device))
        {
            yield return new PolicyInput.AccessPointLinkSensed(at, accessPoint, online, detail);
        }

        foreach (var lost in online ? [] : Lost(device, at))
        {
            yield return lost;
        }
    }

    // The unit says everything again when it is back.
    private IEnumerable<PolicyInput> Lost(DeviceId device, Moment at)
    {
        foreach (var (role, door) in wiring.RolesOn(device).Where(point => point.Role != PointRole.Lock))
        {
            yield return role switch
            {
                PointRole.Contact => new PolicyInput.ContactSensed(at, door, DoorPhysicalState.Unknown),
                PointRole.LockSensor => new PolicyInput.LockSensed(at, door, LockPhysicalState.Unknown),
                PointRole.RequestToExit => new PolicyInput.RequestToExit(at, door, null),
                PointRole.Tamper => new PolicyInput.TamperSensed(at, door, null),
                PointRole.Lock => throw new System.Diagnostics.UnreachableException("The lock has its own word."),
            };
        }

        foreach (var fire in wiring.FireInputsOn(device))
        {
            yield return new PolicyInput.FireSensed(at, fire, FireReading.Fault);
        }
    }

    private IEnumerable<PolicyInput> Inputs(PointId point, PointReading reading, Moment at)
    {
        if (wiring.FireInputAt(point) is { } fire)
        {
            yield return new PolicyInput.FireSensed(at, fire, Fire(reading));
        }

        foreach (var (role, door) in wiring.RolesAt(point))
        {
            yield return role switch
            {
                PointRole.Contact => new PolicyInput.ContactSensed(at, door, Contact(reading)),
                PointRole.LockSensor => new PolicyInput.LockSensed(at, door, Lock(reading)),
                PointRole.RequestToExit => new PolicyInput.RequestToExit(at, door, Exit(reading)),
                PointRole.Tamper => new PolicyInput.TamperSensed(at, door, Tamper(reading)),
                PointRole.Lock => new PolicyInput.OutputSensed(at, door, reading == PointReading.On),
            };
        }
    }

    private IEnumerable<PolicyInput> Outputs(PointId point, PointReading reading, Moment at)
    {
        if (reading is not (PointReading.On or PointReading.Off))
        {
            yield break;
        }

        foreach (var (role, door) in wiring.RolesAt(point))
        {
            if (role == PointRole.Lock)
            {
                yield return new PolicyInput.OutputSensed(at, door, reading == PointReading.On);
            }
        }
    }

    /// <summary>Null for a remark that no decision depends on: it is for the person who looks after the devices.</summary>
    public static ReaderTrust? TrustOf(DeviceRemark remark) => remark switch
    {
        DeviceRemark.SecurityFailed => ReaderTrust.SecurityFailed,
        DeviceRemark.Replaced => ReaderTrust.Replaced,
        DeviceRemark.AddressClash => ReaderTrust.AddressClash,
        DeviceRemark.Faulty => ReaderTrust.Faulty,
        DeviceRemark.Restored => ReaderTrust.Trusted,
        DeviceRemark.Restarted or DeviceRemark.EventsLost or DeviceRemark.SettingDiffers or DeviceRemark.Nonsense => null,
    };

    private IEnumerable<PolicyInput> Trust(DeviceEvent.Remark remark, Moment at) => TrustOf(remark.Kind) is { } trust
        ? wiring.AccessPointsOn(remark.Device).Select(accessPoint => new PolicyInput.ReaderTrustSensed(at, accessPoint, trust, remark.Detail))
        : [];

    private IEnumerable<PolicyInput> Credential(DeviceEvent.CredentialRead read, Moment at)
    {
        var kind = read.Credential is CredentialData.Card ? CredentialKind.Card : CredentialKind.Pin;
        var matches = register.Find(read.Credential);
        foreach (var accessPoint in wiring.AccessPointsAt(read.Point))
        {
            yield return new PolicyInput.CredentialPresented(
                at, accessPoint, new CredentialRead(kind, read.Number, read.Age, read.QueuedWhileOffline, matches));
        }
    }

    private static FireReading Fire(PointReading reading) => reading switch
    {
        PointReading.On => FireReading.Alarm,
        PointReading.Off => FireReading.Normal,
        PointReading.Unknown or PointReading.Fault => FireReading.Fault,
    };

    private static DoorPhysicalState Contact(PointReading reading) => reading switch
    {
        PointReading.On => DoorPhysicalState.Open,
        PointReading.Off => DoorPhysicalState.Closed,
        PointReading.Unknown => DoorPhysicalState.Unknown,
        PointReading.Fault => DoorPhysicalState.Fault,
    };

    // A broken line is not known to be pressed, and must not explain an opening.
    private static bool? Exit(PointReading reading) => reading switch
    {
        PointReading.On => true,
        PointReading.Off => false,
        PointReading.Unknown or PointReading.Fault => null,
    };

    // A broken tamper loop is what a tamper loop is for.
    private static bool? Tamper(PointReading reading) => reading switch
    {
        PointReading.On or PointReading.Fault => true,
        PointReading.Off => false,
        PointReading.Unknown => null,
    };

    private static LockPhysicalState Lock(PointReading reading) => reading switch
    {
        PointReading.On => LockPhysicalState.Locked,
        PointReading.Off => LockPhysicalState.Unlocked,
        PointReading.Unknown => LockPhysicalState.Unknown,
        PointReading.Fault => LockPhysicalState.Fault,
    };
}
