using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>The answer to a question.</summary>
public sealed record AnswerBody(Answer Answer, int? HeadCount = null, string? Reason = null);
