using Bridge.FaultyBridge;
using Bridge.Host.Configuration;
using Bridge.Host.Verbs;

// faulty-bridge <fault> <site file>: the positive control of the kill tests. Nothing that the product reads can switch these on.
if (args is not [var name, var site] || !Enum.TryParse<Fault>(name, out var fault))
{
    await System.Console.Error.WriteLineAsync($"faulty-bridge {string.Join('|', Enum.GetNames<Fault>())} site.json");
    return ExitCode.Usage;
}

if (ConfigurationLoader.Load(site) is not LoadResult.Loaded { Configuration: var configuration })
{
    return ExitCode.Configuration;
}

return await FaultyComposition.RunAsync(configuration, Path.GetFullPath(site), fault, CancellationToken.None) ? ExitCode.Ok : ExitCode.JournalUnusable;
