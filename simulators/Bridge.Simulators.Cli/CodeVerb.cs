using System.CommandLine;
using Bridge.Simulators.Cli.Demo;

namespace Bridge.Simulators.Cli;

/// <summary>What the authenticator of one of the demo's users shows now.</summary>
internal static class CodeVerb
{
    private static readonly Argument<string> Name = new("name") { Description = "One of the demo's users." };
    private static readonly Option<FileInfo> Users = new("--users") { Description = "The file of the demo's users; the demo prints where it is.", Required = true };

    public static Command Create()
    {
        var command = new Command("code", "Print the sign-in code of one of the demo's users, as his authenticator would.") { Name, Users };
        command.SetAction(arguments => Show(arguments.GetRequiredValue(Name), arguments.GetRequiredValue(Users)));
        return command;
    }

    private static int Show(string name, FileInfo users)
    {
        if (!users.Exists)
        {
            Console.Error.WriteLine($"There is no {users.FullName}: a demo writes it, and takes it away when it ends.");
            return 1;
        }

        var people = DemoPeople.In(users.FullName);
        if (people.FirstOrDefault(person => person.Name == name) is not { } found)
        {
            Console.Error.WriteLine($"There is no {name}, but {string.Join(", ", people.Select(person => person.Name))}.");
            return 1;
        }

        Console.WriteLine(found.CodeAt(TimeProvider.System.GetUtcNow()));
        return 0;
    }
}
