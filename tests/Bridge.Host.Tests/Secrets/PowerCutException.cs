namespace Bridge.Host.Tests.Secrets;

/// <summary>Thrown where the power goes: nothing behind it is done.</summary>
internal sealed class PowerCutException : Exception;
