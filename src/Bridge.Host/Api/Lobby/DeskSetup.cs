using Bridge.Host.Accounts;
using Bridge.Host.Api.Auditing;
using Bridge.Host.Api.Cards;
using Bridge.Host.Api.Live;
using Bridge.Host.Api.Register;
using Bridge.Host.Configuration;
using Bridge.Host.ReadModel;
using Bridge.Host.Verbs;
using Bridge.Journal.Records;
using Bridge.Policy.Admission;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bridge.Host.Api.Lobby;

/// <summary>The desk, the gate, the control room, the office and the patrol in the API.</summary>
public static class DeskSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<DeskOffice>().AddSingleton<DeskViews>().AddSingleton<PersonSealer>().AddSingleton<DeskParts>().AddSingleton<RecordShelf>();
        services.AddSingleton<RecordNotes>().AddSingleton<RecordOffice>().AddSingleton<ErasureOffice>().AddSingleton<ErasureParts>();
        services.AddSingleton(parts => new ErasureWishes(RecordsVerb.Options(parts.GetRequiredService<SiteConfiguration>())));
        services.AddSingleton<AccountNames>().AddSingleton<BookReading>().AddSingleton<RecordExporter>().AddSingleton<JournalShelf>();
        RegisterSetup.Register(services);
        CredentialEndpoints.Register(services);
        Topic(services, "cases", Permission.OpenCase, (views, viewer) => views.Cases(viewer));
        Topic(services, "announcements", Permission.OpenCase, (views, viewer) => views.Announcements(viewer));
        Topic(services, "gate", Permission.Announce, (views, viewer) => views.Announcements(viewer));
        Topic(services, "clearances", Permission.Clear, (views, viewer) => views.Requests(viewer, RequestTarget.ControlRoom));
        Topic(services, "permissions", Permission.Permit, (views, viewer) => views.Requests(viewer, RequestTarget.Office));
        Topic(services, "alerts", Permission.SeeAlerts, (views, viewer) => views.Alerts(viewer));
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        CaseEndpoints.Map(api);
        EvidenceEndpoints.Map(api);
        DocumentEndpoints.Map(api);
        GateEndpoints.Map(api);
        RequestEndpoints.Map(api);
        AlertEndpoints.Map(api);
        ModeEndpoints.Map(api);
        AlarmEndpoints.Map(api);
        DirectoryEndpoints.Map(api);
        RecordEndpoints.Map(api);
        ErasureEndpoints.Map(api);
        JournalEndpoints.Map(api);
        RegisterSetup.Map(api);
        CredentialEndpoints.Map(api);
    }

    private static void Topic(IServiceCollection services, string kind, Permission needed, Func<DeskViews, Viewer, object> draw) => services.AddSingleton<ILiveTopic>(
        parts => new DeskTopic(kind, needed, parts.GetRequiredService<BuildingMonitor>(), viewer => draw(parts.GetRequiredService<DeskViews>(), viewer)));
}
