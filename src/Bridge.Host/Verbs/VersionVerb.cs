using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Bridge.Host.Verbs;

/// <summary>accessbridge version.</summary>
internal static class VersionVerb
{
    public static Command Create()
    {
        var command = new Command("version", "Print the version.");
        command.SetAction(parsed =>
        {
            var version = typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            parsed.InvocationConfiguration.Output.WriteLine($"accessbridge {version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}");
            return ExitCode.Ok;
        });
        return command;
    }
}
