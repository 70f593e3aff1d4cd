namespace Bridge.EndToEnd.Tests.Running;

/// <summary>One line of mosquitto_sub -v.</summary>
/// <param name="Event">What it is about, where it is an event.</param>
internal sealed record ToldMessage(string Topic, string Payload, ToldEvent? Event);
