using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Policy;
using Bridge.Policy.Calls;

namespace Bridge.Host.Translation;

/// <summary>Identifiers are written as the text or number they hold, also as keys.</summary>
public sealed class IdentifierConverterFactory : JsonConverterFactory
{
    private static readonly Dictionary<Type, JsonConverter> Converters = new()
    {
        [typeof(DoorId)] = new TextIdentifierConverter<DoorId>(text => new DoorId(text), id => id.Value),
        [typeof(AccessPointId)] = new TextIdentifierConverter<AccessPointId>(text => new AccessPointId(text), id => id.Value),
        [typeof(FireInputId)] = new TextIdentifierConverter<FireInputId>(text => new FireInputId(text), id => id.Value),
        [typeof(CredentialId)] = new TextIdentifierConverter<CredentialId>(text => new CredentialId(text), id => id.Value),
        [typeof(HolderId)] = new TextIdentifierConverter<HolderId>(text => new HolderId(text), id => id.Value),
        [typeof(AccessLevelId)] = new TextIdentifierConverter<AccessLevelId>(text => new AccessLevelId(text), id => id.Value),
        [typeof(ScheduleId)] = new TextIdentifierConverter<ScheduleId>(text => new ScheduleId(text), id => id.Value),
        [typeof(ActorId)] = new TextIdentifierConverter<ActorId>(text => new ActorId(text), id => id.Value),
        [typeof(LobbyId)] = new TextIdentifierConverter<LobbyId>(text => new LobbyId(text), id => id.Value),
        [typeof(PanelId)] = new TextIdentifierConverter<PanelId>(text => new PanelId(text), id => id.Value),
        [typeof(CallId)] = new TextIdentifierConverter<CallId>(text => new CallId(text), id => id.Value),
        [typeof(HandsetId)] = new TextIdentifierConverter<HandsetId>(text => new HandsetId(text), id => id.Value),
        [typeof(HouseholdId)] = new TextIdentifierConverter<HouseholdId>(text => new HouseholdId(text), id => id.Value),
        [typeof(ResidentId)] = new TextIdentifierConverter<ResidentId>(text => new ResidentId(text), id => id.Value),
        [typeof(LeaderId)] = new TextIdentifierConverter<LeaderId>(text => new LeaderId(text), id => id.Value),
        [typeof(BadgeId)] = new TextIdentifierConverter<BadgeId>(text => new BadgeId(text), id => id.Value),
        [typeof(PassId)] = new TextIdentifierConverter<PassId>(text => new PassId(text), id => id.Value),
        [typeof(PersonId)] = new TextIdentifierConverter<PersonId>(text => new PersonId(text), id => id.Value),
        [typeof(AnnouncementId)] = new TextIdentifierConverter<AnnouncementId>(text => new AnnouncementId(text), id => id.Value),
        [typeof(TourId)] = new TextIdentifierConverter<TourId>(text => new TourId(text), id => id.Value),
        [typeof(AccessId)] = new NumberIdentifierConverter<AccessId>(number => new AccessId(number), id => id.Number),
        [typeof(CaseId)] = new NumberIdentifierConverter<CaseId>(number => new CaseId(number), id => id.Number),
        [typeof(RequestId)] = new NumberIdentifierConverter<RequestId>(number => new RequestId(number), id => id.Number),
        [typeof(EvidenceId)] = new NumberIdentifierConverter<EvidenceId>(number => new EvidenceId(number), id => id.Number),
        [typeof(AlarmId)] = new NumberIdentifierConverter<AlarmId>(number => new AlarmId(number), id => id.Number),
        [typeof(AlertId)] = new NumberIdentifierConverter<AlertId>(number => new AlertId(number), id => id.Number),
        [typeof(CallKey)] = new CallKeyConverter(),
    };

    public override bool CanConvert(Type typeToConvert) => Converters.ContainsKey(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Converters[typeToConvert];
}
