namespace Bridge.Devices.Doctor;

/// <summary>How far a sweep is.</summary>
/// <param name="At">What is being asked, for a person: "9600 baud, address 12".</param>
/// <param name="Left">At the pace so far.</param>
public sealed record SweepProgress(string At, int Done, int Total, TimeSpan Left);
