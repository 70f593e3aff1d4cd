using Bridge.Policy.Admission;

namespace Bridge.Host.Api.Desk.Bodies;

/// <summary>Another kind of case.</summary>
public sealed record CategoryBody(Category Category);
