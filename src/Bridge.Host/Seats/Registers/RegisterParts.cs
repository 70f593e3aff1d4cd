using Bridge.Host.Api.Register;
using Bridge.Host.Translation;
using Bridge.Journal.Residents;

namespace Bridge.Host.Seats.Registers;

/// <summary>What answers the API about the register.</summary>
internal sealed record RegisterParts(ResidentRegister Register, RegisterShelf Shelf, RegisterOffice Office, ClearanceOffice Clearance, RegisterImports Imports, RegisterFacts Facts);
