namespace Bridge.Host.Operator;

/// <summary>How an enrolment goes.</summary>
/// <param name="Words">Everything that was said so far, oldest first.</param>
/// <param name="Until">When it ends by itself.</param>
internal sealed record EnrolmentReport(string Reader, IReadOnlyList<string> Words, bool IsOver, bool Succeeded, DateTimeOffset Until);
