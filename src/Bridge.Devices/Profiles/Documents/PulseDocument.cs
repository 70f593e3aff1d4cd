using System.Text.Json.Serialization;

namespace Bridge.Devices.Profiles.Documents;

/// <summary>How the pulse is timed; "kind" says which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CoilValue), "coilValue")]
[JsonDerivedType(typeof(RegisterValue), "registerValue")]
[JsonDerivedType(typeof(LengthThenStart), "lengthThenStart")]
[JsonDerivedType(typeof(FixedLength), "fixedLength")]
[JsonDerivedType(typeof(Level), "level")]
internal abstract record PulseDocument
{
    public sealed record CoilValue : PulseDocument
    {
        public required ushort Address { get; init; }

        public ushort Step { get; init; } = 1;

        public required UnitsDocument Units { get; init; }
    }

    public sealed record RegisterValue : PulseDocument
    {
        public required ushort Address { get; init; }

        public ushort Step { get; init; } = 1;

        public ushort Base { get; init; }

        public required UnitsDocument Units { get; init; }
    }

    public sealed record LengthThenStart : PulseDocument
    {
        public required ushort LengthAddress { get; init; }

        public ushort LengthStep { get; init; } = 1;

        public int LengthRegisters { get; init; } = 1;

        public bool LowWordFirst { get; init; }

        public required WriteDocument Start { get; init; }

        public int StartRegisters { get; init; } = 1;

        public required UnitsDocument Units { get; init; }
    }

    public sealed record FixedLength : PulseDocument
    {
        public required WriteDocument Start { get; init; }
    }

    public sealed record Level : PulseDocument
    {
        public required WriteDocument On { get; init; }
    }
}
