using Bridge.Journal.Register;

namespace Bridge.Journal.Residents;

/// <param name="Register">The file, with the pepper that it was made with.</param>
/// <param name="ReasonKeyPath">32 random bytes, readable by the service alone; kept apart from the backups of the register.</param>
public sealed record ResidentRegisterOptions(RegisterOptions Register, string ReasonKeyPath);
