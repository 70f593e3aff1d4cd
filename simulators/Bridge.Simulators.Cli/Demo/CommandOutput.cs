namespace Bridge.Simulators.Cli.Demo;

internal sealed record CommandOutput(int ExitCode, string Output);
