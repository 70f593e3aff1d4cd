using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Bridge.Journal;
using Bridge.Outbound.Mqtt;
using Bridge.Policy;

namespace Bridge.Host.Translation;

/// <summary>An announced event into the message that other systems read. Ids only: what a person could be recognised by never leaves.</summary>
public sealed class EventTranslation(string site)
{
    /// <summary>The outbox of these messages.</summary>
    public const string Channel = "mqtt";

    /// <param name="age">How long before the bridge learned of it the thing happened, where a device says so.</param>
    public OutboxDraft ToMessage(BuildingEvent announced, JournalPosition position, bool unjournalled, TimeSpan age)
    {
        var kind = KindName(announced.Kind);
        // The input's own time, not that of writing it down: the disk may have failed in between.
        var received = announced.At.Wall;
        var envelope = new EventEnvelope(site, position.Epoch, position.Sequence, kind, received - age, received)
        {
            Subject = OfDesk(announced) ? null : announced.Door?.Value,
            CorrelationId = Correlation(announced, position.Epoch),
        };
        return new OutboxDraft(Channel, Topic(announced, kind), CloudEvent.Write(envelope, Data(announced, unjournalled)), CloudEvent.ContentType, position.Sequence);
    }

    /// <summary>One id for everything that belongs to one attempt to pass, or to one case at a desk; unique within the site for all epochs.</summary>
    public static string? Correlation(BuildingEvent announced, int epoch) => announced switch
    {
        { Admission.Case: { } id } when OfDesk(announced) => string.Create(CultureInfo.InvariantCulture, $"{epoch}-case-{id.Number}"),
        { Access: { } access } => string.Create(CultureInfo.InvariantCulture, $"{epoch}-{access.Number}"),
        _ => null,
    };

    /// <summary>The kind as other systems read it: accessGranted.</summary>
    public static string KindName(EventKind kind) => Camel(kind.ToString());

    // A grant on evidence is told at its door like any other; everything else of a case is told at its desk, with the door in its data.
    private static bool OfDesk(BuildingEvent announced) => announced is { Admission.Lobby: not null, Kind: not EventKind.AccessGranted };

    private string Topic(BuildingEvent announced, string kind) => announced switch
    {
        _ when OfDesk(announced) => MqttTopics.LobbyEvent(site, announced.Admission!.Lobby!.Value.Value, kind),
        { Door: { } door } => MqttTopics.DoorEvent(site, door.Value, kind),
        _ => MqttTopics.BridgeEvent(site, kind),
    };

    internal static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static ReadOnlySpan<byte> Data(BuildingEvent announced, bool unjournalled)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            Write(json, "door", announced.Door?.Value);
            Write(json, "accessPoint", announced.AccessPoint?.Value);
            Write(json, "credential", announced.Credential?.Value);
            Write(json, "reason", announced.Reason is { } reason ? Camel(reason.ToString()) : null);
            Write(json, "mode", announced.Mode is { } mode ? Camel(mode.ToString()) : null);
            Write(json, "modeReason", announced.ModeReason is { } why ? Camel(why.ToString()) : null);
            Write(json, "fireInput", announced.FireInput?.Value);
            Write(json, "actor", announced.Actor?.Value);
            if (announced.Admission is { } admission)
            {
                AdmissionData.Write(json, admission);
            }

            Write(json, "detail", announced.Detail);
            if (announced.At.IsInDoubt())
            {
                json.WriteBoolean("clockInDoubt", true);
            }

            if (unjournalled)
            {
                json.WriteBoolean("journalledLate", true);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
