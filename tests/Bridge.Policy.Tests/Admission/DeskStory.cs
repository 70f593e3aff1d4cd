using Bridge.Policy.Admission;

namespace Bridge.Policy.Tests.Admission;

/// <summary>One row: why, what happens, how often the door opens, where the last case ends, and everything that follows, in order.</summary>
sealed record DeskStory(string Why, Func<DeskRun> Happens, int Opened, CaseStatus Ends, string Expected);
