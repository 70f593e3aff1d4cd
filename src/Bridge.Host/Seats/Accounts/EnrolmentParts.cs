using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;

namespace Bridge.Host.Seats.Accounts;

/// <summary>What the enrolment of a desk touches beside the accounts' file.</summary>
internal sealed record EnrolmentParts(DeskBook Desks, SecurityLog Security, TimeProvider Time);
