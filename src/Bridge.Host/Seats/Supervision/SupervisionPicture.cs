using Bridge.Console;
using Bridge.Console.Doors;
using Bridge.Console.Supervision;
using Bridge.Host.Accounts;
using Bridge.Host.Seats.Posts;
using Bridge.Policy.Alerts;

namespace Bridge.Host.Seats.Supervision;

/// <summary>Everything on the supervisor's page at one moment.</summary>
internal sealed class SupervisionPicture(ModePicture modes, AlarmPicture alarms, TaskPicture tasks, IDoorBoard board)
{
    public SupervisionView Draw(Caller caller, PersonMemory people)
    {
        var shown = board.Current;
        return new SupervisionView(shown.ObservedAt)
        {
            Fire = shown.Fire,
            Journalled = shown.Links.Journal == LinkHealth.Up,
            Doors = modes.Draw(shown, caller, people),
            Alarms = alarms.Draw(caller, people),
            Tasks = tasks.Draw(caller, task => task.Status != AlertStatus.Done),
        };
    }
}
