namespace Bridge.Simulators.Cli.Demo;

/// <param name="Limit">The script's time when headless.</param>
internal sealed record DemoOptions(bool Headless, TimeSpan Limit, int Seed, int? HttpPort, int? MqttPort);
