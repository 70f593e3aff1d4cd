using System.Buffers;
using System.Text.Json;

namespace Bridge.Outbound.Mqtt;

/// <summary>
/// The honest state of a door: what was commanded and what the sensors say are different fields, each with its own age. Retained
/// JSON, schema <c>accessbridge.door-state.v1</c>. While <see cref="Online"/> says offline the rest is the last that was known.
/// </summary>
public sealed record DoorStatePayload
{
    public const string ContentType = "application/json";

    public const string Schema = "accessbridge.door-state.v1";

    public const string ContactFault = "contact";

    public const string LockSensorFault = "lockSensor";

    /// <summary>A release was confirmed and the lock sensor did not see it.</summary>
    public const string LockDidNotRelease = "lockDidNotRelease";

    /// <summary>The lock or its output is seen released and nothing asked for it: the door may stand open to everybody.</summary>
    public const string LockFoundReleased = "lockFoundReleased";

    public static IReadOnlyList<string> ModeStates { get; } = ["locked", "unlocked", "accessed", "blocked", "lockedDown", "lockedOpen"];

    public static IReadOnlyList<string> ContactStates { get; } = ["notMonitored", "unknown", "closed", "open", "fault"];

    public static IReadOnlyList<string> LockStates { get; } = ["notMonitored", "unknown", "locked", "unlocked", "fault"];

    public static IReadOnlyList<string> AlarmStates { get; } = ["normal", "doorForcedOpen", "doorOpenTooLong"];

    public static IReadOnlyList<string> TamperStates { get; } = ["notMonitored", "unknown", "normal", "tampered"];

    public static IReadOnlyList<string> FaultStates { get; } = ["normal", "faultDetected"];

    public static IReadOnlyList<string> AllFaultKinds { get; } = [ContactFault, LockSensorFault, LockDidNotRelease, LockFoundReleased];

    public static IReadOnlyList<string> OnlineStates { get; } = ["online", "offline"];

    public required string Door { get; init; }

    /// <summary>The commanded mode: an intention.</summary>
    public required DoorAspect Mode { get; init; }

    /// <summary>What the door contact says; a door without one is notMonitored, which is not closed.</summary>
    public required DoorAspect Contact { get; init; }

    /// <summary>What the lock sensor says; a lock without one is notMonitored, which is not locked.</summary>
    public required DoorAspect Lock { get; init; }

    public required DoorAspect Alarm { get; init; }

    /// <summary>What the tamper input says; a door without one is notMonitored, which is not normal. Tampered stands until it is seen normal.</summary>
    public required DoorAspect Tamper { get; init; }

    /// <summary>Whether something is wrong with the door's equipment.</summary>
    public required DoorAspect Fault { get; init; }

    /// <summary>What is wrong, of <see cref="AllFaultKinds"/>; empty while the fault state is normal.</summary>
    public required IReadOnlyList<string> FaultKinds { get; init; }

    public required DoorAspect Online { get; init; }

    /// <summary>When the bridge put this together.</summary>
    public required DateTimeOffset ObservedAt { get; init; }

    public required int Epoch { get; init; }

    /// <summary>The last journal entry that this state contains: compare it with the events' <c>seq</c>.</summary>
    public required long Sequence { get; init; }

    public ReadOnlyMemory<byte> Write()
    {
        ArrayBufferWriter<byte> buffer = new(640);
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteString("schema"u8, Schema);
            json.WriteString("door"u8, Door);
            WriteAspect(json, "mode"u8, Mode);
            WriteAspect(json, "contact"u8, Contact);
            WriteAspect(json, "lock"u8, Lock);
            WriteAspect(json, "alarm"u8, Alarm);
            WriteAspect(json, "tamper"u8, Tamper);
            WriteFault(json);
            WriteAspect(json, "online"u8, Online);
            json.WriteString("observedAt"u8, ObservedAt);
            json.WriteNumber("epoch"u8, Epoch);
            json.WriteNumber("seq"u8, Sequence);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteAspect(Utf8JsonWriter json, ReadOnlySpan<byte> name, DoorAspect aspect)
    {
        json.WriteStartObject(name);
        WriteMembers(json, aspect);
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, DoorAspect aspect)
    {
        json.WriteString("state"u8, aspect.State);
        if (aspect.ChangedAt is { } at)
        {
            json.WriteString("changedAt"u8, at);
        }
    }

    private void WriteFault(Utf8JsonWriter json)
    {
        json.WriteStartObject("fault"u8);
        WriteMembers(json, Fault);
        json.WriteStartArray("kinds"u8);
        foreach (string kind in FaultKinds)
        {
            json.WriteStringValue(kind);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
