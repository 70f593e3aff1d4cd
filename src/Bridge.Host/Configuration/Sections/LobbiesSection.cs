using System.Collections.Immutable;
using Bridge.Console.Desk;
using Bridge.Host.Configuration.Reading;
using Bridge.Host.Configuration.Text;
using Bridge.Policy;
using Bridge.Policy.Admission;

namespace Bridge.Host.Configuration.Sections;

/// <summary>The lobbies: what each is called, which doors its desk may open, and the handsets of its patrol. Its panels are the intercoms at its doors.</summary>
internal sealed class LobbiesSection(IReadOnlyCollection<string> doors, IReadOnlyList<IntercomWiring> intercoms, Findings findings)
{
    private readonly Dictionary<DoorId, LobbyId> owners = [];
    private readonly List<LobbyRules> rules = [];

    public List<LobbyWiring> Wiring { get; } = [];

    public ImmutableSortedDictionary<LobbyId, LobbyRules> Rules => rules.ToImmutableSortedDictionary(lobby => lobby.Lobby, lobby => lobby);

    /// <summary>The intercoms, each with the lobby of its door.</summary>
    public IReadOnlyList<IntercomWiring> Intercoms => [.. intercoms.Select(intercom => intercom with { Lobby = LobbyOf(intercom.Door) })];

    public void Read(Section site)
    {
        foreach (var property in Identifiers.Named(site.Find("lobbies"), "lobby", findings))
        {
            if (Section.Open(property.Value, SiteShapes.Lobby, findings) is { } section)
            {
                ReadLobby(new LobbyId(property.Name), section);
            }
        }

        foreach (var apart in findings.HasErrors ? [] : intercoms.Where(intercom => LobbyOf(intercom.Door) is null))
        {
            findings.Warning(((SiteNode.Object)site.Find("intercoms")!).Find(apart.Panel)!, $"its door {apart.Door} belongs to no lobby, so nobody waits for its calls");
        }
    }

    private LobbyId? LobbyOf(DoorId door) => owners.TryGetValue(door, out var lobby) ? lobby : null;

    private void ReadLobby(LobbyId lobby, Section section)
    {
        var own = ReadDoors(lobby, section);
        var panels = intercoms.Where(intercom => own.Contains(intercom.Door))
            .ToImmutableSortedDictionary(intercom => new PanelId(intercom.Panel), intercom => new PanelRules(intercom.Door, intercom.CanDial));
        rules.Add(new LobbyRules(lobby, own, panels, ReadPatrol(section)));
        Wiring.Add(ReadName(lobby, section) with { Keys = ReadKeys(section) });
    }

    private LobbyWiring ReadName(LobbyId lobby, Section section)
    {
        var names = Section.Open(section.Find("name"), SiteShapes.LobbyName, findings);
        var chinese = names?.Text("zh", "the lobby's Chinese name");
        var english = names?.Text("en", "the lobby's English name");
        return new LobbyWiring(lobby, chinese ?? english ?? lobby.Value, english ?? chinese ?? lobby.Value);
    }

    private DeskKeys ReadKeys(Section section)
    {
        var usual = new DeskKeys();
        if (Section.Open(section.Find("keys"), SiteShapes.LobbyKeys, findings) is not { } keys)
        {
            return usual;
        }

        var free = DeskKeys.Free.Select(key => (key, key)).ToArray();
        var chords = DeskKeys.FreeChords.Select(key => (key, key)).ToArray();
        var chosen = new DeskKeys(
            keys.Choice("answer", usual.Answer, free), keys.Choice("hold", usual.Hold, free), keys.Choice("yes", usual.Yes, free), keys.Choice("open", usual.Open, free))
        {
            Find = keys.Choice("find", usual.Find, chords),
            Next = keys.Choice("next", usual.Next, chords),
            Previous = keys.Choice("previous", usual.Previous, chords),
            Categories = [.. usual.Categories.Select(category => category with { Key = keys.Choice(category.Act, category.Key, chords) })],
        };
        foreach (var twice in chosen.Acts().GroupBy(act => act.Value, act => act.Key).Where(acts => acts.Count() > 1))
        {
            findings.Error(keys.Node, $"expected a key of its own for each, found {twice.Key} for {string.Join(" and ", twice)} (what is not said keeps its usual one)");
        }

        return chosen;
    }

    private ImmutableSortedSet<DoorId> ReadDoors(LobbyId lobby, Section section)
    {
        const string expected = "a list of the doors that its desk opens";
        var own = ImmutableSortedSet.CreateBuilder<DoorId>();
        var value = section.Require("doors", expected);
        if (value is not SiteNode.Array { Items.Count: > 0 } list)
        {
            if (value is not null)
            {
                findings.Expected(value, expected);
            }

            return own.ToImmutable();
        }

        foreach (var item in list.Items)
        {
            if (ReadDoor(item) is { } door && Claim(door, lobby, item))
            {
                own.Add(door);
            }
        }

        return own.ToImmutable();
    }

    private DoorId? ReadDoor(SiteNode item)
    {
        if (item is not SiteNode.Text text)
        {
            findings.Expected(item, "the name of a door");
            return null;
        }

        if (doors.Contains(text.Value))
        {
            return new DoorId(text.Value);
        }

        if (!findings.Doubts("$.doors"))
        {
            findings.Error(item, $"there is no door {item.Shown} under doors, {NearestName.Advice(text.Value, doors)}");
        }

        return null;
    }

    private bool Claim(DoorId door, LobbyId lobby, SiteNode item)
    {
        if (owners.TryAdd(door, lobby))
        {
            return true;
        }

        findings.Error(item, $"the door {door} belongs to the lobby {owners[door]} already; one desk answers for a door");
        return false;
    }

    private ImmutableList<HandsetId> ReadPatrol(Section section)
    {
        const string expected = "a list of the patrol's handsets, the first to be called first";
        var handsets = ImmutableList.CreateBuilder<HandsetId>();
        if (section.Find("patrol") is not { } value)
        {
            return handsets.ToImmutable();
        }

        if (value is not SiteNode.Array list)
        {
            findings.Expected(value, expected);
            return handsets.ToImmutable();
        }

        foreach (var item in list.Items)
        {
            if (item is not SiteNode.Text text || !Identifiers.IsName(text.Value))
            {
                findings.Expected(item, "a name for the handset of 1 to 32 lower-case letters, digits and hyphens");
            }
            else if (handsets.Contains(new HandsetId(text.Value)))
            {
                findings.Error(item, $"the handset {item.Shown} stands in this list already");
            }
            else
            {
                handsets.Add(new HandsetId(text.Value));
            }
        }

        return handsets.ToImmutable();
    }
}
