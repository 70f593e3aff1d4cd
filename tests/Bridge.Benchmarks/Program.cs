using System.CommandLine;
using Bridge.Benchmarks.Card;
using Bridge.Benchmarks.Desks;
using Bridge.Benchmarks.Events;
using Bridge.Benchmarks.Growth;
using Bridge.Benchmarks.Modbus;
using Bridge.Benchmarks.Neighbours;
using Bridge.Benchmarks.Osdp;
using Bridge.Benchmarks.Start;

// One verb, one folder.
var root = new RootCommand("Ratios measured side by side in one run, never absolute figures.")
{
    ModbusVerb.Create(),
    CardVerb.Create(),
    EventsVerb.Create(),
    StartVerb.Create(),
    NeighboursVerb.Create(),
    GrowthVerb.Create(),
    OsdpVerb.Create(),
    ReadersVerb.Create(),
    DeskVerb.Create(),
};

return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
