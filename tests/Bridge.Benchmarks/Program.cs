using System.CommandLine;
using Bridge.Benchmarks.Modbus;

// One verb, one folder.
var root = new RootCommand("Ratios measured side by side in one run, never absolute figures.")
{
    ModbusVerb.Create(),
};

return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
