namespace Bridge.Host.Seats.Supervision;

/// <summary>What was seen of a device's counts so far.</summary>
/// <param name="First">At the beginning of the seconds that are being counted.</param>
/// <param name="AnsweredAt">When its count of answers was last seen to have grown; of the first look as long as it was not.</param>
/// <param name="Lately">Of the seconds before; null before they were over.</param>
internal sealed record DeviceLook(DeviceCounts First, long FirstAt, DeviceCounts Last, long AnsweredAt, bool SawAnswer, DeviceCounts? Lately);
