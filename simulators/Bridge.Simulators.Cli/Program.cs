using System.CommandLine;
using Bridge.Simulators.Cli;

// One verb, one file.
var root = new RootCommand("A simulated building for AccessBridge: doors, controllers, keypad locks, people and bad weather.")
{
    DevicesVerb.Create(),
    DemoVerb.Create(),
    TestVerb.Create(),
    CodeVerb.Create(),
    MutantsVerb.Create(),
};

// Without a configuration of its own the parser watches no signals, and nobody would be there to clean up.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
