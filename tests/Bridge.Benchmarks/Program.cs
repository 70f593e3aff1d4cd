using System.CommandLine;

var root = new RootCommand("Ratios measured side by side in one run, never absolute figures.");
return await root.Parse(args).InvokeAsync();
