namespace Bridge.Journal.Residents;

/// <summary>One change of the register. A row of the same id or number is replaced; otherwise it is added.</summary>
public abstract record ResidentEdit
{
    private ResidentEdit()
    {
    }

    /// <summary>A new household's or member's id is <see cref="ResidentRegister.NewId"/>.</summary>
    public sealed record PutHousehold(Household Row) : ResidentEdit;

    public sealed record PutMember(Member Row) : ResidentEdit;

    public sealed record PutStation(IndoorStation Row) : ResidentEdit;

    public sealed record PutLeader(ListedLeader Row) : ResidentEdit;

    public sealed record PutBadge(StaffBadge Row) : ResidentEdit;

    public sealed record PutPass(AccessPass Row) : ResidentEdit;

    public sealed record PutTour(TourBooking Row) : ResidentEdit;

    public sealed record PutDuty(DutyPerson Row) : ResidentEdit;

    /// <param name="Key">The id or number; of a station the household's id, of a duty list the role.</param>
    /// <param name="Position">Of a station or in a duty list; 0 elsewhere.</param>
    public sealed record Remove(ResidentList List, string Key, int Position) : ResidentEdit;

    /// <summary>Why a household is special or a member barred; null takes the reason away.</summary>
    /// <param name="List">Households or members.</param>
    /// <param name="Subject">The id.</param>
    public sealed record SetReason(ResidentList List, string Subject, string? Reason) : ResidentEdit
    {
        public override string ToString() => $"{nameof(SetReason)} {Subject}";
    }
}
