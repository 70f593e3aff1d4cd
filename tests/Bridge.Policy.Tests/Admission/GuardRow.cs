using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>One guard: why, what happens, and the single reason that is given.</summary>
/// <param name="Opened">How often the door had been opened with good reason before.</param>
sealed record GuardRow(string Code, string Why, Func<DeskRun> Happens, Refusal Refused, int Opened = 0);
