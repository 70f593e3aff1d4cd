using Bridge.Journal.Residents;

namespace Bridge.Host.Api.Register;

/// <summary>Which row of which list, as people name it.</summary>
/// <param name="Key">The unit, the member's key, the leader's, badge's, pass's or tour's number, the role on duty.</param>
/// <param name="Order">Of a station or in a duty list; 0 elsewhere.</param>
public sealed record RegisterKey(ResidentList List, string Key, int Order);
