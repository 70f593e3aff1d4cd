using System.Globalization;

namespace Bridge.Benchmarks.Reporting;

/// <summary>One promise, the figure that was measured for it, and whether it holds.</summary>
internal sealed record Target(string Name, double Measured, double Limit, bool IsLeast, string Unit)
{
    public bool Holds => IsLeast ? Measured >= Limit : Measured <= Limit;

    public static Target AtLeast(string name, double measured, double limit, string unit) => new(name, measured, limit, IsLeast: true, unit);

    public static Target AtMost(string name, double measured, double limit, string unit) => new(name, measured, limit, IsLeast: false, unit);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(Holds ? "PASS" : "FAIL")}  {Name}: {Measured:0.##} {Unit} (target {(IsLeast ? ">=" : "<=")} {Limit:0.##})");
}
