using System.Globalization;

namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>The demo's residents' register: the lists as an office would keep them, all names invented.</summary>
internal static class DemoRegister
{
    /// <summary>In an order in which they can be imported.</summary>
    public static IReadOnlyList<string> Names => [.. Lists(DateTimeOffset.UnixEpoch).Select(list => list.List)];

    /// <summary>The lists by the name of their import.</summary>
    /// <param name="now">The site's local time: what is expired, and what is booked, is so now.</param>
    public static IReadOnlyList<(string List, string Csv)> Lists(DateTimeOffset now) =>
    [
        ("households", Households), ("members", Members(Day(now, -1))), ("stations", Stations), ("leaders", Leaders(Day(now, 300))),
        ("passes", Passes(now)), ("tours", Tours(now)), ("duty", Duty),
    ];

    private const string Households = """
        unit,lobby,route,reason,children_may_answer
        A-1203,a,,,yes
        A-0805,a,,,no
        A-1502,a,,,no
        A-1801,a,controlRoom,not to be disturbed,no
        A-0602,a,,,no
        A-0903,a,,,no

        """;

    private const string Stations = """
        unit,order,number
        A-1203,1,1203
        A-0805,1,0805
        A-1502,1,1502
        A-1801,1,1801
        A-0602,1,0602
        A-0903,1,0903

        """;

    // The ids of the users that the product makes for a demo.
    private const string Duty = """
        role,order,account,phone
        controlRoom,1,demo-ccr,8100
        officeDutyOfficer,1,demo-off,8001
        teamLead,1,demo-tl,8200
        patrol,1,demo-pat,8301

        """;

    private static string Members(string yesterday) => $"""
        member,unit,name,variants,pinyin,kind,may_admit_himself,barred,appearance,phone_last4,moved_in,moved_out,holder
        m-1203-1,A-1203,Shen Anran,,shen an ran,owner,yes,no,,4321,2019-05-01,,
        m-0805-1,A-0805,Xue Qing,,xue qing,owner,yes,no,,1122,2015-01-01,,
        m-0805-2,A-0805,Ma Rong,,ma rong,occupant,yes,no,,7788,2018-01-01,{yesterday},
        m-1502-1,A-1502,Nie Chuan,,nie chuan,owner,yes,no,"tall, short hair, glasses",3344,2020-02-01,,
        m-1801-1,A-1801,Bai Ling,,bai ling,owner,yes,no,,5566,2021-03-01,,
        m-0602-1,A-0602,Pei Lan,,pei lan,owner,yes,no,,9900,2017-06-01,,
        m-0903-1,A-0903,Mo Li,,mo li,owner,yes,no,,2468,2016-09-01,,

        """;

    private static string Leaders(string later) => $"""
        leader,name,title,addressed_as,valid_from,valid_until
        leader-1,Rong Zhi,General manager,Director Rong,2020-01-01,{later}

        """;

    private static string Passes(DateTimeOffset now) => $"""
        pass,type,holder,company,lobbies,areas,unit,valid_from,valid_until,days,hours,status,issuer
        P-0555,courier,Deng Hui,Swift Parcels,a,,,{Day(now, -30)},{Day(now, 300)},,,valid,demo-off
        P-0433,decorator,Kang Ping,Bright Walls,a,,A-0805,{Day(now, -90)},{Day(now, -1)},,,valid,demo-off

        """;

    private static string Tours(DateTimeOffset now) => $"""
        tour,group,leader,department,count,from,until,cancelled
        T-1,Spring Field School,Teacher Zhou,Office,12,{Minute(now)},{Minute(now.AddHours(3))},no

        """;

    private static string Day(DateTimeOffset now, int days) => now.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Minute(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
