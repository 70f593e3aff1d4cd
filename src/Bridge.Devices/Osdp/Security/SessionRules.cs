namespace Bridge.Devices.Osdp.Security;

/// <summary>What a session lets pass beyond the standard.</summary>
/// <param name="ClearStatusAccepted">
/// Some readers send status reports (LSTATR, ISTATR, OSTATR, RSTATR; never cards or keys) authenticated but not encrypted. Off unless a reader needs it.
/// </param>
internal readonly record struct SessionRules(bool ClearStatusAccepted = false);
